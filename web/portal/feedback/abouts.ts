/** What a sender may say that their message is. */
export const abouts = ['ordinary', 'denunciation', 'child'] as const

export type About = (typeof abouts)[number]

/** What came with the form; what is none of them is ordinary. */
export function readAbout(text: string): About {
  return abouts.find((about) => about === text) ?? 'ordinary'
}
