import { Document, Packer, Paragraph } from 'docx'
import { describe, expect, it } from 'vitest'
import { attachmentBytesMax, sniffAttachment } from './attachments.ts'

describe('a document to be saved by readers', () => {
  it('is told from its content and gets the ending that belongs to it', async () => {
    const word = await Packer.toBuffer(new Document({ sections: [{ children: [new Paragraph('Mẫu')] }] }))
    expect(await sniffAttachment(word, 'Mẫu số 1.pdf')).toMatchObject({ ok: true, fileName: 'Mẫu số 1.docx' })
    expect(await sniffAttachment(Buffer.from('%PDF-1.7\n%âãÏÓ\n'), 'Tờ khai')).toEqual({
      ok: true,
      type: 'application/pdf',
      fileName: 'Tờ khai.pdf',
    })
  })

  it('is no page, no program and no picture, whatever it is called', async () => {
    for (const content of ['<html><script>1</script></html>', 'MZ\u0090\u0000', 'GIF89a', 'PK\u0003\u0004'])
      expect(await sniffAttachment(Buffer.from(content, 'latin1'), 'a.pdf')).toEqual({
        ok: false,
        because: 'notADocument',
      })
  })

  it('is neither empty nor too large', async () => {
    expect(await sniffAttachment(new Uint8Array(), 'a.pdf')).toMatchObject({ because: 'empty' })
    const large = Buffer.alloc(attachmentBytesMax + 1)
    large.write('%PDF-1.7')
    expect(await sniffAttachment(large, 'a.pdf')).toMatchObject({ because: 'tooLarge' })
  })
})
