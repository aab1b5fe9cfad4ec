/** The shape beside the word for what becomes of a row. */
export const rowMarks = {
  waiting: 'open',
  new: 'ok',
  changed: 'cham',
  identical: 'open',
  doubtful: 'cham',
  faulty: 'sai',
} as const
