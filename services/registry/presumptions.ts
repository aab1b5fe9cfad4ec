/**
 * What is true of a person whose facts an officer has gone through (`reviewed_on`) when nothing is recorded: these
 * come into being by a certificate, a decision or a list that the authority itself keeps, so their absence is
 * known. Everything else stays unknown until somebody records it, and nothing is presumed of those not reviewed.
 */
export const presumptions: Readonly<Record<string, string>> = {
  poverty: 'none',
  disability: 'none',
  abandoned: 'no',
  adopted: 'no',
  formerlyWithoutSupport: 'no',
  hiv: 'no',
  centreEligible: 'no',
  takenIn: 'no',
  inCentre: 'no',
  inPrison: 'no',
  pregnant: 'no',
  parentCarePaidToSpouse: 'no',
}
