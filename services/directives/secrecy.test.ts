import { describe, expect, it } from 'vitest'
import { withActor } from '#platform/database'
import { freshDatabase } from '#test/database'
import { parts, people, reading, sent } from '#test/directive-rows'
import { countDirectives, isStateSecret, keepDraft } from './index.ts'

const lines = (...texts: string[]) => texts.map((text) => ({ kind: 'paragraph' as const, text }))
const head = ['ỦY BAN NHÂN DÂN TỈNH', 'Số: 12/TB-UBND']

describe('a state secret', () => {
  it.each(['MẬT', 'TỐI MẬT', 'TUYỆT MẬT', '(MẬT)', 'TÔI MẬT', 'Độ mật: Mật', 'Độ mật: Tối mật'])(
    'is known by its stamp: %s',
    (stamp) => {
      expect(isStateSecret(lines(head[0] as string, stamp, 'THÔNG BÁO'))).toBe(true)
    },
  )

  it('is known by a stamp that shares a line of the head, or stands in a cell of it', () => {
    expect(isStateSecret(lines('Số: 12/TB-UBND\nMẬT', 'THÔNG BÁO'))).toBe(true)
    expect(
      isStateSecret([
        {
          kind: 'table',
          rows: [
            ['UBND TỈNH', 'CỘNG HÒA'],
            ['TỐI MẬT', ''],
          ],
        },
      ]),
    ).toBe(true)
  })

  it.each([
    'Mật độ dân số',
    'Bảo mật thông tin người dân',
    'Mật',
    'Độ mật: Không',
    'GIAO SỞ Y TẾ BẢO MẬT DỮ LIỆU',
    'Bí mật nhà nước do Công an tỉnh quản lý.',
  ])('is not told by words: %s', (line) => {
    expect(isStateSecret(lines(...head, line))).toBe(false)
  })

  it('is not looked for far below the head', () => {
    expect(isStateSecret(lines(...Array.from({ length: 20 }, (_, n) => `Đoạn ${n}`), 'MẬT'))).toBe(false)
  })

  it('is refused whoever brings it, and nothing of it is kept', async () => {
    const database = await freshDatabase()
    const source = { parts: [...lines('TỐI MẬT'), ...parts] }
    await expect(
      withActor(database, people.clerk, (tx) => keepDraft(tx, { reading, source, ...sent('2026-06-15') })),
    ).rejects.toMatchObject({ code: 'stateSecret', vi: expect.stringContaining('bí mật nhà nước') })
    expect(await withActor(database, people.clerk, (tx) => countDirectives(tx))).toBe(0)
  })
})
