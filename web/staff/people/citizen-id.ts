/** A citizen number in lists: the first four and the last three digits, enough to tell people apart. */
export function maskedId(citizenId: string): string {
  return citizenId.length < 9 ? citizenId : `${citizenId.slice(0, 4)} •••• •${citizenId.slice(-3)}`
}
