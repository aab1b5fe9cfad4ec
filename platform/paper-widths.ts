/** Widths of the letters of Times New Roman in bold, in thousandths of their size; letters of one width together. */
const widths: Readonly<Record<number, string>> = {
  250: ' .,',
  278: 'il/',
  333: 'fjt-();:',
  389: 'Is',
  444: 'cerz',
  500: 'agovxyJ0123456789–“”',
  556: 'bdđhknpquS',
  611: 'FP',
  667: 'BELTZ',
  722: 'ACDĐNRUVXYw',
  778: 'GHKOQ',
  833: 'm',
  944: 'M',
  1000: 'W',
}

const widthOf = new Map(
  Object.entries(widths).flatMap(([width, letters]) => [...letters].map((letter) => [letter, Number(width)])),
)
const usual = 500

/** How long a text is, in sizes of its letters: tones and hooks take no room of their own. */
export function emsOf(text: string): number {
  const letters = [...text.normalize('NFD').replaceAll(/\p{M}/gu, '')]
  return letters.reduce((sum, letter) => sum + (widthOf.get(letter) ?? usual), 0) / 1_000
}
