import type { FigureBeside } from './lines.server.ts'

/**
 * The one metric of a task that a list shows, so that what is reported and what is measured beside it are of the same: one
 * that has both figures, the diverging one first, or else one that has either; the first of all when none has any.
 */
export function shownFigure<Figure extends Pick<FigureBeside, 'measured' | 'reported' | 'diverges'>>(
  figures: readonly Figure[],
): Figure | undefined {
  const isReported = ({ reported }: Figure) => reported !== undefined
  const isMeasured = ({ measured }: Figure) => measured !== undefined
  const both = figures.filter((each) => isReported(each) && isMeasured(each))
  return (
    both.find(({ diverges }) => diverges) ??
    both[0] ??
    figures.find(isReported) ??
    figures.find(isMeasured) ??
    figures[0]
  )
}
