import captcha from 'svg-captcha'

/** Letters and digits that are not mistaken for one another, on paper or read aloud. */
const letters = 'ACDEFHJKLMNPQRTUVWXY34679'

/** A picture of four characters (SVG, 148 × 52) and what it says. */
export function drawCode(): { svg: string; code: string } {
  const { data, text } = captcha.create({
    size: 4,
    charPreset: letters,
    width: 148,
    height: 52,
    fontSize: 46,
    noise: 2,
    color: false,
  })
  return { svg: data, code: text }
}

/** What was typed, as it is compared: case, spaces and look-alikes do not matter. */
export function normalizeAnswer(text: string): string {
  return text.normalize('NFC').replaceAll(/\s+/g, '').toUpperCase()
}
