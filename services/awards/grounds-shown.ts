/**
 * Some grounds name an illness, and leaving out those alone would name it too: on which ground somebody is paid is
 * told to officers who work on social assistance, the benefit and its amount to all who see the person.
 */
export function seesGrounds({ areas }: { areas: readonly string[] }): boolean {
  return areas.includes('*') || areas.includes('socialAssistance')
}
