import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { expect } from 'vitest'
import { type Database, withActor } from '#platform/database'
import { freshDatabase } from './database.ts'
import { type Account, type Answer, Served, type Visitor } from './served.ts'

const unitUid = '16702@2025-07-01'
const commune = (username: string, name: string, areas = ['socialAssistance']): Account => ({
  username,
  name,
  role: 'communeOfficer',
  unitUid,
  areas,
})
export const lan = commune('lan', 'Nguyễn Thị Lan')
export const minh = commune('minh', 'Lê Văn Minh')
export const work = commune('viec', 'Cao Thị Việc', ['employment'])
export const leader: Account = { ...lan, username: 'hoa', name: 'Vi Thị Hoa', role: 'leader', areas: ['*'] }
export const accounts = [lan, minh, work, leader]
export const machine = { kind: 'system', job: 'test' } as const
export const uploadPath = '/can-bo/danh-sach'

/** A server on a database of its own, ended before that goes. */
export async function serverOf(only?: 'web') {
  const database = await freshDatabase()
  return { database, served: new Served(database, only) }
}

let people = 0

/** A list of people nobody has named before, each with a number. */
export function listOf(count: number, note = ''): string {
  const rows = Array.from({ length: count }, () => {
    people += 1
    // No two share a birth, so that nobody is taken for somebody else.
    const year = 1940 + (people % 40)
    const [days, months] = [1 + (Math.floor(people / 480) % 28), 1 + (Math.floor(people / 40) % 12)]
    const id = `0400${String(year).slice(2)}${String(people).padStart(6, '0')}`
    const names = ['An', 'Bình', 'Châu', 'Dũng', 'Giang', 'Hà', 'Khánh', 'Lộc']
    return `Vi Văn ${names[people % 8]},${days}/${months}/${year},Nam,${id},Khối ${people % 9},K6,750000,06/2026,${note}`
  })
  const headings =
    'Họ và tên,Ngày sinh,Giới tính,Số định danh,"Thôn, xóm",Nhóm đối tượng,Số tiền,Hưởng từ tháng,Ghi chú'
  return [headings, ...rows].join('\n')
}

export async function ask<Row>(database: Database, statement: string): Promise<Row[]> {
  return withActor(database, machine, async (transaction) => {
    const { rows } = await sql<Row>`${sql.raw(statement)}`.execute(transaction)
    return rows
  })
}

export async function count(database: Database, what: string): Promise<number> {
  const [row] = await ask<{ n: number }>(database, `select count(*) as n from ${what}`)
  return row?.n ?? -1
}

export interface JobRow {
  id: string
  name: string
  state: string
  done: number
  result: unknown
}

/** The latest work on the list, as soon as it is as wanted. */
export async function workOn(database: Database, fileId: number, isWanted: (job: JobRow) => boolean) {
  for (let turn = 0; turn < 4_000; turn++) {
    const [job] = await ask<JobRow>(
      database,
      `select j.id, j.name, j.state, j.done, j.result from platform.job j join intake.file f on f.job_id = j.id where f.id = ${fileId}`,
    )
    if (job && isWanted(job)) return job
    await sleep(15)
  }
  throw new Error(`The work on list ${fileId} never came so far`)
}

export const isOver = ({ state }: JobRow) => state === 'done' || state === 'failed'

export function fileIdOf(answer: Answer): number {
  const fileId = /\/can-bo\/danh-sach\/xem\/(\d+)$/.exec(answer.to)?.[1]
  if (answer.status !== 302 || !fileId) throw new Error(`${answer.status} ${answer.to} ${answer.text}`)
  return Number(fileId)
}

/** Brings a list in and waits until it is tried. */
export async function bring(database: Database, visitor: Visitor, content: string): Promise<number> {
  const fileId = fileIdOf(await visitor.upload(uploadPath, `ds-${people}.csv`, content))
  expect(await workOn(database, fileId, isOver)).toMatchObject({ name: 'read', state: 'done' })
  return fileId
}

export const write = (visitor: Visitor, fileId: number) =>
  visitor.post(`/can-bo/danh-sach/xem/${fileId}`, { viec: 'ghi' })
export const takeBack = (visitor: Visitor, fileId: number) =>
  visitor.post(`/can-bo/danh-sach/xem/${fileId}/hoan-tac`, { 'ly-do': 'nhập nhầm', lan: '0' })

/** What there is of the people of all lists. */
export async function standing(database: Database) {
  const [row] = await ask<Record<string, number>>(
    database,
    `select (select count(*) from registry.person) as people,
      (select count(distinct citizen_id) from registry.person) as numbers,
      (select count(*) from registry.residence) as residences,
      (select count(*) from awards.award) as awards,
      (select count(*) from platform.audit where action = 'import') as imports`,
  )
  return row
}
