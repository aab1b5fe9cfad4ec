import { addDays, firstDayOf, latestBirthFor } from '#calendar'
import { codeOf, type MonthColumns, unknownCode } from './month-columns.ts'
import { relations } from './recording.ts'

const head = relations.indexOf('head')
const spouse = relations.indexOf('spouse')
const child = relations.indexOf('child')
const grandchild = relations.indexOf('grandchild')

interface Counts {
  /** Children being raised, and how many more there may be. */
  k4: number
  k4Doubtful: boolean
  under36Months: number
  under36MonthsDoubtful: boolean
  grandchildren: boolean
}

/**
 * Counts for every head of a household and their spouse the children of the house, so that the rules look at one
 * person at a time. A count that hangs on a birth or on studies nobody recorded is unknown; so is that of a grown
 * child who lives in the house with grandchildren, because the register does not say whose they are. What an
 * officer recorded as a fact stands.
 */
export function countHousehold(columns: MonthColumns): void {
  const houses = gather(columns)
  const k4 = columns.codes.get('k4Children')
  const under36Months = columns.codes.get('childrenUnder36Months')
  if (!k4 || !under36Months) return
  for (let place = 0; place < columns.count; place++) {
    const house = houses.get(columns.households[place] as number)
    if (!house) continue
    const relation = columns.relations[place]
    const raises = relation === head || relation === spouse
    const doubtful = relation === child && house.grandchildren
    if (k4[place] === unknownCode && !doubtful && !(raises && house.k4Doubtful))
      k4[place] = raises ? Math.min(house.k4, 14) : 0
    if (under36Months[place] === unknownCode && !doubtful && !(raises && house.under36MonthsDoubtful))
      under36Months[place] = raises ? Math.min(house.under36Months, 4) : 0
  }
}

function gather(columns: MonthColumns): Map<number, Counts> {
  const houses = new Map<number, Counts>()
  const eve = addDays(firstDayOf(columns.month), -1)
  const cutoffs = {
    three: latestBirthFor(3, eve),
    sixteen: latestBirthFor(16, eve),
    twentyTwo: latestBirthFor(22, eve),
  }
  const alive = codeOf('alive', 'yes')
  for (let place = 0; place < columns.count; place++) {
    const household = columns.households[place] as number
    if (household === 0) continue
    const house = houses.get(household) ?? emptyCounts()
    houses.set(household, house)
    if (columns.codes.get('alive')?.[place] !== alive) continue
    if (columns.relations[place] === child) countChild(columns, place, cutoffs, house)
    if (columns.relations[place] === grandchild) house.grandchildren = true
  }
  return houses
}

function countChild(
  { birthFrom, birthTo, codes }: MonthColumns,
  place: number,
  cutoffs: { three: number; sixteen: number; twentyTwo: number },
  house: Counts,
): void {
  const [oldest, youngest] = [birthFrom[place] as number, birthTo[place] as number]
  if (oldest > cutoffs.three) house.under36Months += 1
  else if (youngest > cutoffs.three) house.under36MonthsDoubtful = true
  if (oldest > cutoffs.sixteen) house.k4 += 1
  else if (youngest > cutoffs.twentyTwo) {
    const studying = codes.get('studying')?.[place] ?? unknownCode
    const known = studying !== unknownCode && youngest <= cutoffs.sixteen && oldest > cutoffs.twentyTwo
    if (known && studying === codeOf('studying', 'yes')) house.k4 += 1
    else if (!known) house.k4Doubtful = true
  }
}

function emptyCounts(): Counts {
  return { k4: 0, k4Doubtful: false, under36Months: 0, under36MonthsDoubtful: false, grandchildren: false }
}
