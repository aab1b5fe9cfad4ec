import { day, type LocalDate } from '#calendar'
import {
  actsOpenTo,
  addresseeOfMessage,
  canPropose,
  clocksOfMessage,
  findPlaceNamed,
  type Handler,
  type Message,
  type MessageFile,
  readMessageFile,
  triage,
} from '#feedback'
import { areaNames } from '#law/authorities'
import {
  bodyTerms,
  endingSentences,
  feedbackKindNames,
  feedbackPathNames,
  instanceNames,
  isCompetentBody,
  isEnding,
  isFeedbackKind,
  urgentChild,
  urgentUntil,
} from '#law/feedback'
import { certaintyTexts } from '#law/wording'
import { now } from '#platform/clock'
import type { Transaction } from '#platform/database'
import { listCommunes, type Units } from '#registry'
import type { Text } from '#rules'
import { shortName } from '#web/staff/units.server.ts'
import { formatDay, formatInstant, type Lang } from '#web/ui/index.ts'
import { actsWords } from './acts-words.ts'
import { letterView } from './letters.server.ts'
import { areaName, holderName, kindName } from './naming.server.ts'
import { publicationView } from './publication.server.ts'

export interface Wording {
  units: Units
  lang: Lang
  today: LocalDate
  nameOf: (actor: string) => string
}

/** Everything the page of one message shows to this officer. */
export async function readView(transaction: Transaction, id: string, by: Handler, wording: Wording) {
  const file = await readMessageFile(transaction, id)
  const { message } = file
  const { units, lang, nameOf } = wording
  return {
    ...headOf(message, wording),
    state: message.state,
    path: message.path,
    hasPicture: file.hasPicture,
    suggested: suggestedFor(message, wording),
    clocks: clocksFor(message, wording),
    acts: actsOpenTo(message, by),
    history: file.acts.map(({ id: number, act, at, by: actor, details }) => ({
      number,
      act,
      at: formatInstant(at),
      by: actor === 'citizen' ? message.fullName : nameOf(actor),
      to: act === 'join' ? undefined : whereTo(details, wording),
      told:
        typeof details.ending === 'string' && isEnding(details.ending)
          ? endingSentences[details.ending][lang]
          : undefined,
      isComplex: act === 'classify' && details.isComplex === true,
      as: act === 'classify' ? classifiedAs(details, wording) : undefined,
      because: textOf(details.because) ?? undefined,
    })),
    holdings: file.holdings.map((holding) => ({
      name: holderName(holding, wording),
      since: formatInstant(holding.since),
      until: holding.until ? formatInstant(holding.until) : undefined,
    })),
    answer: message.answer && {
      text: message.answer,
      by: message.answeredBy ? nameOf(message.answeredBy) : '',
      approvedBy: message.approvedBy ? nameOf(message.approvedBy) : undefined,
      isMine: message.answeredBy === `officer:${by.id}`,
    },
    closedBecause: message.closedBecause,
    urgent: urgentOf(file, lang),
    calls: file.calls.map(({ id: callId, contact, act, toldBy, toldAt }) => ({
      id: callId,
      contact,
      act,
      told: toldBy && toldAt ? { by: nameOf(toldBy), at: formatInstant(toldAt) } : undefined,
    })),
    letters: file.letters.map((letter) => letterView(letter, wording)),
    followers: file.followers,
    ...likeOf(file, by, wording),
    publication: publicationView(file, by, nameOf),
    mayPropose: canPropose(message, by),
    isLeader: by.role === 'leader',
    communes: listCommunes(units, wording.today).map(({ uid }) => ({ uid, name: shortName(units, uid) })),
    lang,
  }
}

export type MessageView = Awaited<ReturnType<typeof readView>>

/** How certain a ground is, unless its own words say so already: told by the Vietnamese, which the English follows. */
function saidOnce(basis: Text, certainty: Text, lang: Lang): string | undefined {
  return basis.vi.includes(certainty.vi) ? undefined : certainty[lang]
}

/** Who an act hands the message to: its new holder, or who outside this system is competent for it. */
function whereTo(
  details: Record<string, unknown>,
  wording: Pick<Wording, 'units' | 'lang'>,
): string | undefined {
  const { agency, unitUid, to, toUnitUid, toName } = details
  if (typeof agency === 'string') return holderName({ agency, unitUid: textOf(unitUid) }, wording)
  if (typeof to !== 'string' || !isCompetentBody(to)) return undefined
  if (to === 'other') return textOf(toName) ?? undefined
  const commune = placeName(toUnitUid, wording.units)
  const name = bodyTerms[to].name[wording.lang]
  return commune ? `${name} (${commune})` : name
}

/** The hours of a report about a child, while nobody who can help is recorded as told. */
function urgentOf({ message, acts }: MessageFile, lang: Lang) {
  if (message.path !== 'child' || message.state === 'closed') return undefined
  const moved = acts.findLast(({ act }) => act === 'restrict')
  if (acts.some(({ act, id }) => act === 'refer' && id > (moved?.id ?? 0))) return undefined
  const until = urgentUntil(message.receivedAt)
  const basis = `${urgentChild.basis[lang]} (${certaintyTexts[urgentChild.certainty][lang]})`
  return { until: formatInstant(until), isOver: until < now(), basis }
}

/** What a classification recorded: kind, area, place. What an earlier one said stands in its own line above. */
function classifiedAs(details: Record<string, unknown>, { units, lang }: Wording): string {
  const { kind, area, placeUid } = details
  const parts = [
    typeof kind === 'string' && isFeedbackKind(kind) ? kindName(kind, lang) : undefined,
    areaName(textOf(area), lang),
    placeName(placeUid, units),
  ]
  return parts.filter(Boolean).join('; ')
}

function placeName(uid: unknown, units: Units): string | undefined {
  return typeof uid === 'string' ? shortName(units, uid) : undefined
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}

function headOf(message: Message, { units, lang }: Wording) {
  const { id, title, content, fullName, contact, place, placeUid, mayPublish, kind, area } = message
  const where = [place, placeUid && shortName(units, placeUid)].filter(Boolean).join(', ')
  return {
    id,
    title,
    content,
    language: message.language,
    fullName,
    contact,
    where,
    place,
    placeUid,
    mayPublish,
    kindKey: kind,
    areaKey: area,
    facts: { instance: message.instance, isRemote: message.isRemote, isComplex: message.isComplex },
    kind: kindName(kind, lang),
    caseOf: caseText(message, lang),
    area: areaName(area, lang),
    holder: holderName(message, { units, lang }),
    receivedAt: formatInstant(message.receivedAt),
    reopenedTimes: message.reopenedTimes,
    isRaised: message.raisedAgency !== null,
  }
}

/** What was recorded of a complaint or a denunciation that changes its periods. */
function caseText({ kind, instance, isRemote, isComplex, extendedTimes }: Message, lang: Lang): string {
  const t = actsWords[lang]
  return [
    ...(kind === 'complaint' ? [instanceNames[instance][lang]] : []),
    ...(isRemote ? [t.remoteShort] : []),
    ...(isComplex ? [t.complexShort] : []),
    ...(extendedTimes > 0 ? [t.extendedTimes(extendedTimes)] : []),
  ].join(', ')
}

/** What the words suggest, each with the words it was read from. */
function suggestedFor(message: Message, { units, lang, today }: Wording) {
  const { path: read, kind: readKind, area } = triage(message, day(message.begunOn))
  const { saidPath } = message
  // What its sender said counts more than words.
  const path = saidPath ? { is: saidPath, words: [] } : read
  const kind = saidPath ? { is: kindOfPath[saidPath], words: [] } : readKind
  const addressee = addresseeOfMessage(message, day(message.begunOn))
  return {
    lines: [
      {
        what: 'path' as const,
        is: feedbackPathNames[path.is][lang],
        words: path.words,
        isSaid: saidPath !== null,
      },
      {
        what: 'kind' as const,
        is: feedbackKindNames[kind.is][lang],
        words: kind.words,
        isSaid: saidPath !== null,
      },
      ...(area
        ? [{ what: 'area' as const, is: areaNames[area.is][lang], words: area.words, isSaid: false }]
        : []),
    ],
    // Who answers what is ordinary may be the very one who is denounced.
    addressee: message.path === 'open' && {
      name: holderName({ agency: addressee.agency, unitUid: addressee.unitUid ?? null }, { units, lang }),
      basis: [...addressee.legalBasis, certaintyTexts[addressee.certainty][lang]].join('; '),
    },
    kind: kind.is,
    area: area?.is,
    agency: addressee.agency,
    unitUid: addressee.unitUid,
    place: message.placeUid === null ? placeNamed(message, { units, today }) : undefined,
  }
}

function placeNamed({ title, content, place }: Message, { units, today }: Pick<Wording, 'units' | 'today'>) {
  return findPlaceNamed([title, content, place ?? ''].join('. '), listCommunes(units, today))
}

const kindOfPath = { denunciation: 'denunciation', child: 'childProtection' } as const

function clocksFor(message: Message, { lang, today }: Wording) {
  return clocksOfMessage(message, today).map((clock) => ({
    key: clock.key,
    name: clock.name[lang],
    isAtOnce: clock.count === 0,
    start: formatDay(clock.start),
    due: formatDay(clock.dueOn),
    standing: clock.standing,
    basis: clock.basis[lang],
    certainty: saidOnce(clock.basis, certaintyTexts[clock.certainty], lang),
    steps: clock.steps.map((step) => ({ ...step, day: formatDay(step.on) })),
  }))
}

function likeOf({ like, joined, leading }: MessageFile, by: Handler, { lang, units }: Wording) {
  const brief = (message: Message) => ({
    id: message.id,
    title: message.title,
    content: message.content,
    language: message.language,
    fullName: message.fullName,
    receivedAt: formatInstant(message.receivedAt),
    where: [message.place, message.placeUid && shortName(units, message.placeUid)].filter(Boolean).join(', '),
    holder: holderName(message, { units, lang }),
  })
  return {
    like: like.map(({ message, score, samePlace }) => ({
      ...brief(message),
      score,
      samePlace,
      mayLead: actsOpenTo(message, by).includes('join'),
    })),
    joined: joined.map(brief),
    leading: leading && brief(leading),
  }
}
