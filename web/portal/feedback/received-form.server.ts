import type { FeedbackText, Proof, SentMessage } from '#feedback'
import { readAbout } from './abouts.ts'
import { challengeOf } from './challenge-cookie.ts'
import type { FormState } from './form.tsx'

/** What came with the form, before anybody judged it. */
export interface ReceivedForm {
  /** What is shown again when the form comes back. */
  typed: Pick<FormState, 'text' | 'about' | 'place' | 'mayPublish' | 'proofKind' | 'hadPicture'>
  picture: SentMessage['picture']
  proof: Proof
  /** The button that was pressed. */
  act: string
  /** A machine filled the field that people do not see. */
  isTrapped: boolean
}

/**
 * Reads the form, with a file or without. The buttons for another picture or question leave the file behind: then its
 * field holds its name alone, which tells that one was chosen.
 */
export async function readForm(request: Request): Promise<ReceivedForm> {
  const form = await request.formData()
  const read = (name: string) => {
    const value = form.get(name)
    return typeof value === 'string' ? value : ''
  }
  const file = form.get('picture')
  const picture = file instanceof File && file.size > 0 ? file : undefined
  const text: FeedbackText = {
    fullName: read('fullName'),
    title: read('title'),
    content: read('content'),
    contact: read('contact'),
  }
  const unitUid = read('placeUid')
  const work = read('altcha')
  return {
    typed: {
      text,
      about: readAbout(read('about')),
      place: { unitUid: /^[\w@-]{1,40}$/.test(unitUid) ? unitUid : '', text: read('place') },
      mayPublish: read('mayPublish') === 'yes',
      proofKind: read('proofKind') === 'question' ? 'question' : 'image',
      hadPicture: picture !== undefined || (typeof file === 'string' && file !== ''),
    },
    picture: picture && { bytes: new Uint8Array(await picture.arrayBuffer()), name: picture.name },
    proof: work
      ? { kind: 'work', field: work }
      : { kind: 'answer', id: challengeOf(request.headers), answer: read('code') },
    act: read('act'),
    isTrapped: read('website') !== '',
  }
}
