import type { LocalDate } from '#calendar'
import { doneAt } from './plan.ts'
import type { Pace, PaceQuestion, Text } from './types.ts'

const locales = { vi: 'vi-VN', en: 'en-GB' } as const

/** At most one decimal, halves away from zero: 12,34 is 12,3 and 12,35 is 12,4. */
export function writeFigure(value: number): Text {
  const rounded = (Math.sign(value) * Math.round(Math.abs(value) * 10 + 1e-9)) / 10 || 0
  const written = (locale: string) =>
    new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(rounded)
  return { vi: written(locales.vi), en: written(locales.en) }
}

/** How the pace came about, a sentence for each step of the computation. */
export function sentencesOf(question: PaceQuestion, pace: Omit<Pace, 'sentences'>): Text[] {
  return [planned(question), expected(question, pace), ...standing(question, pace), ...ahead(question, pace)]
}

function planned({ baseline, goal, steps = [], write = writeFigure }: PaceQuestion): Text {
  const [from, to] = [write(baseline.value), write(goal.value)]
  const way =
    steps.length > 0
      ? { vi: `theo ${steps.length} mốc của kế hoạch`, en: `by the ${steps.length} steps of the plan` }
      : { vi: 'chia đều theo ngày', en: 'evenly by days' }
  return {
    vi: `Từ ${from.vi} (${dayText(baseline.on)}) đến ${to.vi} (${dayText(goal.on)}), ${way.vi}.`,
    en: `From ${from.en} on ${dayText(baseline.on)} to ${to.en} on ${dayText(goal.on)}, ${way.en}.`,
  }
}

function expected(
  { today, write = writeFigure }: PaceQuestion,
  { expectedNow }: Omit<Pace, 'sentences'>,
): Text {
  const value = write(expectedNow)
  return {
    vi: `Đến ngày ${dayText(today)} lẽ ra phải đạt ${value.vi}.`,
    en: `By ${dayText(today)} it should be ${value.en}.`,
  }
}

function standing(question: PaceQuestion, { latest, gap, verdict }: Omit<Pace, 'sentences'>): Text[] {
  const { write = writeFigure } = question
  if (!latest || gap === undefined)
    return [{ vi: 'Chưa đo được lần nào.', en: 'Nothing has been measured yet.' }]
  const [value, distance] = [write(latest.value), write(Math.abs(gap))]
  const day = dayText(latest.on)
  if (verdict === 'reached')
    return [
      {
        vi: `Số của ngày ${day} là ${value.vi}: đã đạt.`,
        en: `The figure of ${day} is ${value.en}: reached.`,
      },
    ]
  const done = doneAt(question, latest.value)
  const share = done === undefined ? undefined : writeFigure(Math.max(done, 0) * 100)
  const way = share
    ? { vi: `; đi được ${share.vi} % quãng đường`, en: `; ${share.en} % of the way is done` }
    : { vi: '', en: '' }
  const beside: Text =
    gap === 0
      ? { vi: 'đúng bằng kế hoạch của ngày đó', en: 'just that day’s plan' }
      : gap > 0
        ? { vi: `hơn kế hoạch của ngày đó ${distance.vi}`, en: `${distance.en} ahead of that day’s plan` }
        : { vi: `kém kế hoạch của ngày đó ${distance.vi}`, en: `${distance.en} short of that day’s plan` }
  return [
    {
      vi: `Số của ngày ${day} là ${value.vi}, ${beside.vi}${way.vi}.`,
      en: `The figure of ${day} is ${value.en}, ${beside.en}${way.en}.`,
    },
  ]
}

function ahead(question: PaceQuestion, pace: Omit<Pace, 'sentences'>): Text[] {
  const { write = writeFigure, goal, today } = question
  if (!pace.latest || pace.verdict === 'reached') return []
  if (pace.forecastOnGoalDay === undefined)
    return [
      {
        vi: 'Chưa đủ ba lần đo vào những ngày khác nhau để dự báo.',
        en: 'There are not yet three figures of different days to forecast from.',
      },
    ]
  const value = write(pace.forecastOnGoalDay)
  const forecast: Text =
    goal.on > today
      ? {
          vi: `Giữ nhịp của các lần đo gần đây (độ dốc Theil–Sen) thì ngày ${dayText(goal.on)} được ${value.vi}.`,
          en: `At the pace of the last figures (Theil–Sen slope) it will be ${value.en} on ${dayText(goal.on)}.`,
        }
      : {
          vi: `Hạn ${dayText(goal.on)} đã đến mà chưa đạt.`,
          en: `The day set, ${dayText(goal.on)}, has come and the goal is not reached.`,
        }
  const { forecastReachesOn } = pace
  const reaches: Text = forecastReachesOn
    ? {
        vi: `Với nhịp ấy, đạt vào ngày ${dayText(forecastReachesOn)}.`,
        en: `At that pace it is reached on ${dayText(forecastReachesOn)}.`,
      }
    : {
        vi: 'Với nhịp ấy, mười năm nữa vẫn chưa đạt.',
        en: 'At that pace it is not reached within ten years.',
      }
  return [forecast, reaches]
}

function dayText(on: LocalDate): string {
  return on.split('-').reverse().join('/')
}
