import {
  bornOn,
  countK4Children,
  countUnder36Months,
  type RaisedChild,
  studying,
} from '#law/social-assistance'
import { codeOf, factAt, type MonthColumns, unknownCode } from './month-columns.ts'
import { relations } from './recording.ts'

const head = relations.indexOf('head')
const spouse = relations.indexOf('spouse')
const child = relations.indexOf('child')
const grandchild = relations.indexOf('grandchild')

interface House {
  children: RaisedChild[]
  grandchildren: boolean
}

/**
 * Counts for every head of a household and their spouse the children of the house as the law of the month counts
 * them, so that the rules look at one person at a time. A count that hangs on a birth or on studies nobody recorded
 * is unknown; so is that of a grown child who lives in the house with grandchildren, because the register does not
 * say whose they are. What an officer recorded as a fact stands.
 */
export function countHousehold(columns: MonthColumns): void {
  const houses = gather(columns)
  const counted = new Map<number, { k4: number | undefined; under36Months: number | undefined }>()
  for (let place = 0; place < columns.count; place++) {
    const household = columns.households[place] as number
    if (household === 0) continue
    const relation = columns.relations[place]
    const house = houses.get(household)
    if (relation === child && house?.grandchildren) continue
    if (!house || (relation !== head && relation !== spouse)) {
      fill(columns, place, { k4: 0, under36Months: 0 })
      continue
    }
    const counts = counted.get(household) ?? {
      k4: countK4Children(house.children, columns.month),
      under36Months: countUnder36Months(house.children, columns.month),
    }
    counted.set(household, counts)
    fill(columns, place, counts)
  }
}

function fill(
  { codes }: MonthColumns,
  place: number,
  counts: { k4: number | undefined; under36Months: number | undefined },
): void {
  const [k4, under36Months] = [codes.get('k4Children'), codes.get('childrenUnder36Months')]
  if (k4?.[place] === unknownCode && counts.k4 !== undefined) k4[place] = Math.min(counts.k4, 14)
  if (under36Months?.[place] === unknownCode && counts.under36Months !== undefined)
    under36Months[place] = Math.min(counts.under36Months, 4)
}

/** The children of each house that has any, the living ones. */
function gather(columns: MonthColumns): Map<number, House> {
  const houses = new Map<number, House>()
  const alive = codeOf('alive', 'yes')
  for (let place = 0; place < columns.count; place++) {
    const relation = columns.relations[place]
    if (relation !== child && relation !== grandchild) continue
    if (columns.codes.get('alive')?.[place] !== alive) continue
    const household = columns.households[place] as number
    const house = houses.get(household) ?? { children: [], grandchildren: false }
    houses.set(household, house)
    if (relation === grandchild) house.grandchildren = true
    else {
      const facts = { birth: factAt(columns, bornOn, place), studying: factAt(columns, studying, place) }
      house.children.push(facts as RaisedChild)
    }
  }
  return houses
}
