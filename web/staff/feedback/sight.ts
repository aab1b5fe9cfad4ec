/** Whether the account was given one of the reserved areas by name: "every area" does not include them. */
export function seesReserved({ unitUid, areas }: { unitUid: string; areas: readonly string[] }): boolean {
  return unitUid === 'province' && ['denunciation', 'children'].some((area) => areas.includes(area))
}
