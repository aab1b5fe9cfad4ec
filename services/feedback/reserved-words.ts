import type { Near } from './phrases.ts'

/**
 * Words by which a message goes a reserved path, written with their tones: a text may lack them all and may
 * have no others, or “còn tôi” would be “con tôi”. Erring towards reserved is meant; who may read it gives it back.
 */

/** What may be a denunciation (Luật Tố cáo 25/2018): the word itself, and acts of officials that are denounced. */
export const denunciationWords: readonly string[] = `
tố cáo, tố giác, đơn tố, tham nhũng, tham ô, hối lộ, vòi vĩnh, vòi tiền, đòi tiền, nhũng nhiễu, sách nhiễu,
hạch sách, đòi chung chi, chung chi tiền, ăn chặn, ăn bớt, ăn tiền, bớt xén, cắt xén, xà xẻo, rút ruột, móc túi, tư túi,
biển thủ, khai khống, kê khống, lập khống, chi khống, ký khống, ký thay, ký mạo, mạo nhận, giả chữ ký, làm giả hồ sơ,
hồ sơ giả, giấy tờ giả, khai man, giả mạo, trục lợi, lạm quyền, lộng quyền, bao che, trù dập, trả thù, đe dọa,
hăm dọa, dọa nạt, uy hiếp, đánh đập, hành hung, cưỡng đoạt, lừa đảo, chiếm đoạt, bảo kê, vi phạm pháp luật, giấu tên,
giữ bí mật, bồi dưỡng cán bộ, lại quả, lót tay, phong bì, khai tử giả, bạo lực gia đình, hiếp dâm, cưỡng hiếp,
quấy rối tình dục, chạy chế độ, chạy chọt, ém tiền, quỵt tiền`
  .trim()
  .split(/,\s+/)

const officials: readonly string[] = `
cán bộ, công chức, viên chức, chủ tịch, phó chủ tịch, bí thư, trưởng thôn, thôn trưởng, trưởng xóm, xóm trưởng, trưởng khối,
khối trưởng, trưởng bản, tổ trưởng, trưởng ban, trưởng phòng, giám đốc, hiệu trưởng, kế toán, địa chính, nhân viên,
chuyên viên, công an, lãnh đạo, ủy ban, ubnd, mặt trận, hội trưởng`
  .trim()
  .split(/,\s+/)

/** What an official helps others with, or says: “cán bộ giúp mẹ tôi nhận tiền” denounces nobody. */
const helping: readonly string[] = `
giúp, hộ, hẹn, bảo, báo, gọi, mời, hướng dẫn, thông báo, dặn, nhắc, cho, để, tôi, khi, lúc, chưa, không, và, hoặc, được`
  .trim()
  .split(/,\s+/)

/** Money that goes where it should not. */
export const denunciationNear: readonly Near[] = [
  {
    first: officials,
    second: ['nhận tiền', 'lấy tiền', 'thu tiền', 'giữ tiền', 'cầm tiền', 'xin tiền', 'gợi ý tiền'],
    within: 4,
    not: helping,
  },
  {
    first: ['bắt nộp', 'bắt đóng', 'bắt dân nộp', 'bắt dân đóng', 'bắt tôi nộp', 'bắt bà con nộp', 'bắt đưa'],
    second: ['tiền', 'triệu', 'nghìn', 'ngàn', 'đồng', 'trăm'],
    within: 4,
  },
  {
    first: ['đưa', 'nộp', 'biếu', 'chung', 'chi'].flatMap((gives) => [`phải ${gives}`, `phải ${gives} thêm`]),
    second: ['mới làm', 'mới ký', 'mới cho', 'mới giải quyết', 'mới duyệt', 'mới xác nhận', 'mới chịu'],
    within: 6,
  },
]

/** What may be about a child. "Con tôi" may be grown up; whoever may read it gives it back. */
export const childWords: readonly string[] = `
trẻ em, trẻ nhỏ, trẻ mồ côi, trẻ bị, lũ trẻ, bọn trẻ, đứa trẻ, đứa bé, đứa nhỏ, đứa con, đứa cháu, em bé, cháu bé, cháu nhỏ,
bé trai, bé gái, con bé, thằng bé, thằng cu, trẻ sơ sinh, con tôi, con gái, con trai, con nhỏ, con mình, con em,
con nhà bên, con nhà hàng xóm, con hàng xóm, con riêng, cháu tôi, cháu gái, cháu trai, cháu nội, cháu ngoại, học sinh, mẫu giáo, mầm non,
tiểu học, trung học cơ sở, nhà trẻ, xâm hại, bạo hành, ấu dâm, dâm ô, sờ soạng, bắt nạt, bố dượng, cha dượng, bị dượng,
dượng đánh, dì ghẻ, mẹ ghẻ, bị bố đánh, bị mẹ đánh, bị cha đánh, bị bố nó, bị mẹ nó, bị bỏ đói, tảo hôn, bỏ học, nghỉ học,
lao động trẻ, dưới 16 tuổi, dưới 6 tuổi, vị thành niên, chưa thành niên, bỏ rơi, bắt cóc, đuối nước`
  .trim()
  .split(/,\s+/)

/** The same in English, matched as they are written and never without tones: “my son” is not Mỹ Sơn. */
export const englishWords: Readonly<Record<'denunciation' | 'child', readonly string[]>> = {
  denunciation: `
denounce, denunciation, whistleblower, corrupt, corruption, bribe, bribes, bribery, embezzle, embezzled, embezzlement, fraud,
forged, fake documents, extort, extorted, asked for money, asks for money, demanded money, demands money, took money,
kept the money, made us pay, made me pay, kickback, under the table, threatened, threatens, abuse of power, stay anonymous,
domestic violence, rape, raped, sexual harassment`
    .trim()
    .split(/,\s+/),
  child: `
child, children, kid, kids, baby, infant, toddler, orphan, orphans, minor, teenager, my son, my daughter, our son, our daughter,
grandson, granddaughter, little boy, little girl, stepfather, school, schoolboy, schoolgirl, pupil, pupils, kindergarten,
child labour, sexually abused, molested, groped, bullied`
    .trim()
    .split(/,\s+/),
}
