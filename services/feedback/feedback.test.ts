import { solveChallenge } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2'
import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Actor, type Database, withActor } from '#platform/database'
import { asOwner, freshDatabase } from '#test/database'
import { issueQuestion, issueWork, type Proof } from './challenges.ts'
import { type FeedbackText, receiveFeedback } from './feedback.ts'
import { isReceiptCode } from './receipts.ts'

const citizen: Actor = { kind: 'citizen' }
const provinceOfficer: Actor = {
  kind: 'officer',
  id: 'o1',
  name: 'Nguyễn Thị Lan',
  role: 'provinceOfficer',
  unitUid: 'province',
  areas: ['*'],
}
const communeOfficer: Actor = { ...provinceOfficer, id: 'o2', role: 'communeOfficer', unitUid: 'vinh-hung' }

const start = new Date('2026-11-23T02:00:00Z')
const later = (seconds: number) => new Date(start.getTime() + seconds * 1000)

const text: FeedbackText = {
  fullName: 'Phan Thị Hồng Lĩnh',
  title: 'Trợ cấp tháng 7 chi thiếu',
  content: 'Mẹ tôi nhận 500.000 đồng, trong khi mức mới là 540.000 đồng.',
  contact: '',
}

let database: Database
let addressCount = 0

beforeAll(async () => {
  database = await freshDatabase()
})

describe('feedback', () => {
  it('is kept with a receipt when a question in words was answered', async () => {
    const outcome = await send({ proof: await answeredQuestion(), at: later(60) })
    expect(outcome.ok && isReceiptCode(outcome.receiptCode)).toBe(true)
  })

  it('is kept when the browser did the work', async () => {
    const { challenge } = await withActor(database, citizen, (transaction) => issueWork(transaction, start))
    const solution = await solveChallenge({ challenge, deriveKey })
    const field = Buffer.from(JSON.stringify({ challenge, solution })).toString('base64')
    expect((await send({ proof: { kind: 'work', field }, at: later(60) })).ok).toBe(true)
  })

  it('is refused when the work was made easier than it was set', async () => {
    const { challenge } = await withActor(database, citizen, (transaction) => issueWork(transaction, start))
    const easier = { ...challenge, parameters: { ...challenge.parameters, keyPrefix: '0', cost: 1 } }
    const solution = await solveChallenge({ challenge: easier, deriveKey })
    const field = Buffer.from(JSON.stringify({ challenge: easier, solution })).toString('base64')
    expect(await send({ proof: { kind: 'work', field }, at: later(60) })).toMatchObject({ proof: 'wrong' })
  })

  it('sent twice with one proof gives one receipt and is kept once', async () => {
    const proof = await answeredQuestion()
    const address = newAddress()
    const onceTitle = 'Gửi hai lần thì nhận một lần'
    const once = { ...text, title: onceTitle }
    const both = await Promise.all([
      send({ proof, at: later(60), address, text: once }),
      send({ proof, at: later(60), address, text: once }),
    ])
    const again = await send({ proof, at: later(90), address, text: once })
    const receipts = new Set([...both, again].map((outcome) => outcome.ok && outcome.receiptCode))
    expect(receipts.size).toBe(1)
    const kept = await withActor(database, provinceOfficer, async (transaction) => {
      const { rows } = await sql`select 1 from feedback.message where title = ${onceTitle}`.execute(
        transaction,
      )
      return rows.length
    })
    expect(kept).toBe(1)
  })

  it('with other words needs a proof of its own', async () => {
    const proof = await answeredQuestion()
    expect((await send({ proof, at: later(60) })).ok).toBe(true)
    const other = { ...text, content: 'Một chuyện khác, cũng dài hơn mười chữ cái.' }
    expect(await send({ proof, at: later(61), text: other })).toMatchObject({ ok: false, proof: 'used' })
  })

  it('is refused after a wrong answer, and the same picture cannot be guessed again', async () => {
    const { right, wrong } = await question()
    expect(await send({ proof: wrong, at: later(60) })).toMatchObject({ ok: false, proof: 'wrong' })
    expect(await send({ proof: right, at: later(61) })).toMatchObject({ ok: false, proof: 'used' })
  })

  it('is refused within three seconds, and taken with the same answer a little later', async () => {
    const proof = await answeredQuestion()
    expect(await send({ proof, at: later(2) })).toMatchObject({ ok: false, proof: 'tooFast' })
    expect((await send({ proof, at: later(4) })).ok).toBe(true)
  })

  it('is refused with a proof older than ten minutes', async () => {
    expect(await send({ proof: await answeredQuestion(), at: later(600) })).toMatchObject({
      proof: 'expired',
    })
  })

  it('names every field that is wrong, not the first alone', async () => {
    const outcome = await send({
      proof: await answeredQuestion(),
      at: later(60),
      text: { fullName: ' ', title: 'ab', content: 'x'.repeat(2001), contact: '' },
    })
    expect(outcome).toEqual({
      ok: false,
      because: 'problems',
      fields: { fullName: 'missing', title: 'tooShort', content: 'tooLong' },
    })
  })

  it('stops at the sixth message of an address within ten minutes and says when to come back', async () => {
    const address = newAddress()
    for (let count = 1; count <= 5; count++) {
      expect((await send({ proof: await answeredQuestion(), at: later(60 + count), address })).ok).toBe(true)
    }
    const sixth = await send({ proof: await answeredQuestion(), at: later(70), address })
    expect(sixth).toEqual({ ok: false, because: 'tooMany', tryAgainAt: later(61 + 600) })
    expect((await send({ proof: await answeredQuestion(later(600)), at: later(662), address })).ok).toBe(true)
    expect((await send({ proof: await answeredQuestion(), at: later(70) })).ok).toBe(true)
  })
})

describe('a picture that cannot be opened', () => {
  it('is told of and leaves the proof as it was, but not more often than messages are taken', async () => {
    const [address, proof] = [newAddress(), await answeredQuestion()]
    const picture = { bytes: Buffer.from('<svg onload="alert(1)"/>'), name: 'anh.png' }
    for (let count = 1; count <= 5; count++)
      expect(await send({ proof, at: later(60 + count), address, picture })).toMatchObject({
        because: 'problems',
        picture: 'notAPicture',
      })
    expect(await send({ proof, at: later(70), address, picture })).toMatchObject({ because: 'tooMany' })
    expect((await send({ proof, at: later(70) })).ok).toBe(true)
  })
})

describe('who may read feedback', () => {
  const count = async (actor: Actor) =>
    withActor(database, actor, async (transaction) => {
      const { rows } = await sql<{ count: number }>`select count(*) from feedback.message`.execute(
        transaction,
      )
      return rows[0]?.count
    })

  it('is the officers of the province alone', async () => {
    expect(await count(provinceOfficer)).toBeGreaterThan(0)
    expect(await count(communeOfficer)).toBe(0)
    expect(await count(citizen)).toBe(0)
  })

  it('and nobody changes or deletes what was written', async () => {
    for (const statement of [
      sql`delete from feedback.message`,
      sql`update feedback.message set title = 'abc'`,
    ]) {
      await expect(
        withActor(database, provinceOfficer, (transaction) => statement.execute(transaction)),
      ).rejects.toMatchObject({ code: '42501' })
    }
  })

  it('not even the owner of the tables, without saying who they act for', async () => {
    const { rows } = await sql<{ count: number }>`select count(*) from feedback.message`.execute(
      asOwner(database).query,
    )
    expect(rows[0]?.count).toBe(0)
  })
})

function newAddress(): string {
  addressCount += 1
  return `198.51.100.${addressCount}`
}

async function send(sent: {
  proof: Proof
  at: Date
  address?: string
  text?: FeedbackText
  picture?: { bytes: Uint8Array; name: string }
}): ReturnType<typeof receiveFeedback> {
  return withActor(database, citizen, (transaction) =>
    receiveFeedback(transaction, {
      text: sent.text ?? text,
      proof: sent.proof,
      picture: sent.picture,
      page: '/gop-y',
      language: 'vi',
      address: sent.address ?? newAddress(),
      now: sent.at,
    }),
  )
}

async function answeredQuestion(at = start): Promise<Proof> {
  return (await question(at)).right
}

/** A question in English, read and answered the way a person would. */
async function question(at = start): Promise<{ right: Proof; wrong: Proof }> {
  const issued = await withActor(database, citizen, (transaction) => issueQuestion(transaction, 'en', at))
  const names = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']
  const numbers = (issued.question.match(/[a-z]+/g) ?? [])
    .map((word) => names.indexOf(word))
    .filter((n) => n >= 0)
  const [a = 0, b = 0] = numbers
  const answer = issued.question.includes('plus')
    ? a + b
    : issued.question.includes('minus')
      ? a - b
      : issued.question.includes('largest')
        ? Math.max(...numbers)
        : Math.min(...numbers)
  const proofOf = (value: number): Proof => ({ kind: 'answer', id: issued.id, answer: ` ${value} ` })
  return { right: proofOf(answer), wrong: proofOf(answer + 1) }
}
