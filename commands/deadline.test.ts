import { describe, expect, it } from 'vitest'
import { command } from './deadline.ts'

describe('ansinh deadline', () => {
  it('prints the due day and every line of the computation', async () => {
    const { code, out } = await ask({ from: '2026-11-18', 'working-days': '5', lang: 'vi' })
    expect(code).toBe(0)
    expect(out).toEqual([
      'Hết hạn: thứ Năm, 26/11/2026 (hết 24 giờ)',
      '',
      '18/11/2026  thứ Tư    ngày bắt đầu, không tính (BLDS Đ.147.2)',
      '19/11/2026  thứ Năm   ngày làm việc thứ 1',
      '20/11/2026  thứ Sáu   ngày làm việc thứ 2',
      '21/11/2026  thứ Bảy   bỏ qua: nghỉ cuối tuần',
      '22/11/2026  Chủ nhật  bỏ qua: nghỉ cuối tuần',
      '23/11/2026  thứ Hai   ngày làm việc thứ 3',
      '24/11/2026  thứ Ba    bỏ qua: nghỉ lễ – Ngày Văn hóa Việt Nam',
      '25/11/2026  thứ Tư    ngày làm việc thứ 4',
      '26/11/2026  thứ Năm   ngày làm việc thứ 5',
      '26/11/2026  thứ Năm   hết hạn vào cuối ngày (BLDS Đ.148.6)',
    ])
  })

  it('rolls days and months, in English when asked', async () => {
    expect((await ask({ from: '25/10/2026', days: '30', lang: 'en' })).out).toEqual([
      'Due: Wednesday 25/11/2026 (until midnight)',
      '',
      '25/10/2026  Sunday     the start, not counted (Civil Code art. 147.2)',
      '24/11/2026  Tuesday    30 days are reached (art. 148.1)',
      '24/11/2026  Tuesday    moved to the next day: holiday – Ngày Văn hóa Việt Nam (art. 148.5)',
      '25/11/2026  Wednesday  due at the end of the day (art. 148.6)',
    ])
    expect((await ask({ from: '2026-01-31', months: '1', lang: 'en' })).out[3]).toBe(
      '28/02/2026  Saturday   1 month is reached, on the last day of the month (art. 148.3)',
    )
  })

  it('prints the same as JSON', async () => {
    const { out } = await ask({ from: '2026-01-31', months: '1', json: true, lang: 'vi' })
    const answer = JSON.parse(out.join(''))
    expect(answer).toMatchObject({
      start: '2026-01-31',
      unit: 'months',
      count: 1,
      raw: '2026-02-28',
      dueOn: '2026-03-02',
      weekday: 'thứ Hai',
    })
    expect(answer.steps).toHaveLength(5)
  })

  it('asks again in one sentence when it is asked wrongly', async () => {
    const wrong: [Record<string, string>, RegExp][] = [
      [{}, /^Thiếu ngày bắt đầu: thêm --from/],
      [{ from: '2026-02-31', days: '5' }, /^Không có ngày "2026-02-31"/],
      [{ from: '31/02/2026', days: '5' }, /^Không có ngày "31\/02\/2026"/],
      [{ from: '2026-11-18' }, /^Cần đúng một thời hạn/],
      [{ from: '2026-11-18', days: '5', months: '1' }, /^Cần đúng một thời hạn/],
      [{ from: '2026-11-18', days: 'năm' }, /^--days "năm" không phải số nguyên từ 1/],
      [{ from: '2026-11-18', days: '0' }, /^--days "0" không phải số nguyên từ 1/],
      [{ from: '2026-11-18', days: '-3' }, /^--days "-3" không phải số nguyên từ 1/],
    ]
    for (const [values, sentence] of wrong) {
      const { code, out, err } = await ask(values)
      expect([code, out]).toEqual([2, []])
      expect(err).toHaveLength(1)
      expect(err[0]).toMatch(sentence)
    }
  })

  it('refuses a year whose days off are not announced', async () => {
    const { code, err } = await ask({ from: '2027-12-30', 'working-days': '5', lang: 'en' })
    expect(code).toBe(1)
    expect((await ask({ from: '2027-12-30', 'working-days': '5' })).err).toEqual([
      'Chưa có lịch nghỉ của năm 2028 (mới có từ 01/01/2021 đến 31/12/2027): bổ sung thông báo nghỉ lễ của năm đó rồi tính lại',
    ])
    expect(err[0]).toMatch(/^The days off of 2028 are not known \(known from 01\/01\/2021 to 31\/12\/2027\)/)
  })
})

async function ask(values: Record<string, string | boolean>) {
  const [out, err]: [string[], string[]] = [[], []]
  const io = {
    out: (line: string) => out.push(line),
    err: (line: string) => err.push(line),
    stdinIsTerminal: false,
  }
  return { code: await command.run({ values, positionals: [] }, io), out, err }
}
