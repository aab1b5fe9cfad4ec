import { Link } from 'react-router'
import type { LocalDate } from '#calendar'
import { pathIn, useLang, useWords } from '#web/ui/index.ts'
import { recordWords } from './record-words.ts'
import { birthText } from './texts.ts'
import { words } from './words.ts'

interface MemberLine {
  id: number
  name: string
  relation: string
  bornFrom: LocalDate | undefined
  bornTo: LocalDate | undefined
}

/** The people of the household whom the officer may see, each a link. */
export function Household(props: { self: number; members: MemberLine[]; householdId: number | undefined }) {
  const { self, members, householdId } = props
  const t = useWords(words)
  const lang = useLang()
  return (
    <section className="sect" aria-labelledby="household">
      <h2 id="household">
        {t.household} {members.length > 0 ? <span className="quiet">{t.members(members.length)}</span> : null}
      </h2>
      {householdId === undefined ? null : (
        <p>
          <a href={pathIn(lang, `/can-bo/ho/${householdId}`)}>{recordWords[lang].household(householdId)}</a>
        </p>
      )}
      {members.length === 0 ? <p className="quiet">{t.aloneHousehold}</p> : null}
      <table className="tbl" hidden={members.length === 0}>
        <caption className="vh">{t.household}</caption>
        <tbody>
          {members.map((member) => (
            <tr key={member.id}>
              <td>
                {member.id === self ? (
                  <b>{member.name}</b>
                ) : (
                  <Link to={pathIn(lang, `/can-bo/nguoi/${member.id}`)}>{member.name}</Link>
                )}
              </td>
              <td>{t.relations[member.relation] ?? member.relation}</td>
              <td className="r num">
                {member.bornFrom && member.bornTo
                  ? birthText({ from: member.bornFrom, to: member.bornTo })
                  : t.notKnown}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
