import type { Month } from '#calendar'
import { type Finding, listFindings } from '#findings'
import type { CommandIo } from '#platform/command'
import type { Transaction } from '#platform/database'
import { kindTexts } from './texts.ts'

const page = 500

/** Every open finding of a month, person by person: a few lines of text each, or one line of JSON each. */
export async function printFindings(
  transaction: Transaction,
  month: Month,
  { json, language, io }: { json: boolean; language: 'vi' | 'en'; io: CommandIo },
): Promise<void> {
  for (let offset = 0; ; offset += page) {
    const findings = await listFindings(transaction, { month, sort: 'name', limit: page, offset })
    for (const finding of findings)
      for (const line of json ? [JSON.stringify(finding)] : linesOf(finding, language)) io.out(line)
    if (findings.length < page) return
  }
}

function linesOf(finding: Finding, language: 'vi' | 'en'): string[] {
  const { kind, personName, personId, unitName, reasons, nextStep } = finding
  const place = unitName ? `, ${unitName}` : ''
  return [
    `${personName} (${personId}${place}): ${kindTexts[language][kind]}`,
    ...reasons.map((reason) =>
      reason.articles.length > 0
        ? `    ${reason[language]} [${reason.articles.join('; ')}]`
        : `    ${reason[language]}`,
    ),
    ...(nextStep ? [`    → ${nextStep[language]}`] : []),
  ]
}
