import { describe, expect, it } from 'vitest'
import { now } from '#platform/clock'
import { type Actor, type Transaction, withActor } from '#platform/database'
import { plantAnswer } from '#test/answered-feedback'
import { freshDatabase } from '#test/database'
import { plantUnits } from '#test/feedback-rows'
import { handleMessage } from './handling.ts'
import type { Handler } from './rights.ts'
import { markSatisfaction } from './sender.ts'
import { listMarkComments } from './statistics.ts'

const database = await freshDatabase()
const minh: Handler = {
  ...{
    kind: 'officer',
    id: 'minh',
    name: 'minh',
    agency: 'dpHealth',
    role: 'provinceOfficer',
    unitUid: 'province',
  },
  areas: ['*'],
}
const as = <Result>(actor: Actor, work: (transaction: Transaction) => Promise<Result>) =>
  withActor(database, actor, work)
const comments = async () => (await as(minh, listMarkComments)).flatMap((each) => each.comments)

describe('what senders write beside their mark', () => {
  it('is told to nobody once the message is reserved', async () => {
    await plantUnits(database)
    const told = { content: 'Xin hỏi cơ quan về việc này ạ.', answer: 'Sở đã làm xong việc này.', now: now() }
    const ids: string[] = []
    for (const number of [1, 2, 3, 4, 5]) {
      const { id, receipt } = await plantAnswer(database, { ...told, title: `Câu hỏi thứ ${number}` })
      ids.push(id)
      await as({ kind: 'citizen' }, (transaction) =>
        markSatisfaction(transaction, {
          ...{ receiptCode: receipt, mark: 3, now: now() },
          comment: number === 1 ? 'Ông Bình lấy tiền của tôi' : number === 2 ? 'Chờ lâu' : '',
        }),
      )
    }
    expect((await comments()).toSorted()).toEqual(['Chờ lâu', 'Ông Bình lấy tiền của tôi'])
    const act = { act: 'restrict', path: 'denunciation', because: 'Có nội dung tố cáo' } as const
    await as(minh, (transaction) =>
      handleMessage(transaction, { id: ids[0] ?? '', act, by: minh, now: now() }),
    )
    expect(await comments()).toEqual(['Chờ lâu'])
  })
})
