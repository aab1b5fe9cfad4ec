import { describe, expect, it } from 'vitest'
import { readConfig } from './config.ts'

describe('the configuration', () => {
  it('needs nothing: everything has a value that works', () => {
    expect(readConfig({})).toMatchObject({
      port: 3000,
      host: undefined,
      dataDir: undefined,
      databaseUrl: undefined,
      trustProxy: false,
      baseUrl: 'http://localhost:3000',
      smtpUrl: undefined,
      mailFrom: 'khong-tra-loi@localhost',
      demonstrationPeople: 20_000,
    })
  })

  it('the owner of the tables logs in by the same address unless told otherwise', () => {
    const databaseUrl = 'postgres://app:secret@db.example/an_sinh'
    const owner = 'postgres://owner:secret@db.example/an_sinh'
    expect(readConfig({ DATABASE_URL: databaseUrl }).databaseOwnerUrl).toBe(databaseUrl)
    expect(readConfig({ DATABASE_URL: databaseUrl, DATABASE_OWNER_URL: owner }).databaseOwnerUrl).toBe(owner)
  })

  it.each([
    ['PORT', 'eighty', 'một số nguyên từ 0 đến 65535'],
    ['PORT', '70000', 'một số nguyên từ 0 đến 65535'],
    ['TRUST_PROXY', 'yes', '0 hoặc 1'],
    ['BASE_URL', 'ansinh.example.vn', 'một địa chỉ như https://ansinh.example.vn'],
    ['DEMO_PEOPLE', '-1', 'một số nguyên từ 0 đến 5000000'],
    ['DATABASE_URL', 'db.example', 'một địa chỉ như postgres://'],
    ['SMTP_URL', 'mail.example:587', 'một địa chỉ như smtp://'],
    ['MAIL_FROM', 'An Sinh\nBcc: a@b.vn', 'một địa chỉ thư như'],
  ])('%s=%s is refused in one sentence that says what is right', (name, value, expected) => {
    expect(() => readConfig({ [name]: value })).toThrow(name)
    expect(() => readConfig({ [name]: value })).toThrow(expected)
  })

  it('never prints an address that holds a password', () => {
    expect(() => readConfig({ SMTP_URL: 'smtp:/app:secret@mail' })).not.toThrow('secret')
    expect(() => readConfig({ DATABASE_URL: 'postgres//app:secret@db' })).not.toThrow('secret')
  })

  it('an empty variable is one that is not set', () => {
    expect(readConfig({ PORT: '', HOST: ' ' })).toMatchObject({ port: 3000, host: undefined })
  })
})
