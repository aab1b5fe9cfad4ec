import type { Text } from '#rules'

/** How a child came to have nobody to raise it, in the words screens use. */
export const parentTexts = {
  abandoned: { vi: 'bị bỏ rơi, chưa có người nhận làm con nuôi', en: 'abandoned and not adopted' },
  bothDead: { vi: 'mồ côi cả cha và mẹ', en: 'both parents dead' },
  deadAndUnidentified: {
    vi: 'cha hoặc mẹ đã chết, người còn lại không xác định được',
    en: 'one parent dead, the other cannot be identified',
  },
  deadAndMissing: {
    vi: 'cha hoặc mẹ đã chết, người còn lại bị tuyên bố mất tích',
    en: 'one parent dead, the other declared missing',
  },
  deadAndInCentre: {
    vi: 'cha hoặc mẹ đã chết, người còn lại sống trong cơ sở trợ giúp xã hội',
    en: 'one parent dead, the other in a centre',
  },
  deadAndDetained: {
    vi: 'cha hoặc mẹ đã chết, người còn lại đang chấp hành án hoặc biện pháp bắt buộc',
    en: 'one parent dead, the other detained',
  },
  lostAndMissing: {
    vi: 'cha hoặc mẹ đã chết hoặc không xác định được, người còn lại bị tuyên bố mất tích',
    en: 'one parent dead or unidentified, the other declared missing',
  },
  lostAndInCentre: {
    vi: 'cha hoặc mẹ đã chết hoặc không xác định được, người còn lại sống trong cơ sở trợ giúp xã hội',
    en: 'one parent dead or unidentified, the other in a centre',
  },
  lostAndDetained: {
    vi: 'cha hoặc mẹ đã chết hoặc không xác định được, người còn lại đang chấp hành án hoặc biện pháp bắt buộc',
    en: 'one parent dead or unidentified, the other detained',
  },
  bothMissing: { vi: 'cả cha và mẹ bị tuyên bố mất tích', en: 'both parents declared missing' },
  bothInCentre: { vi: 'cả cha và mẹ sống trong cơ sở trợ giúp xã hội', en: 'both parents in a centre' },
  bothDetained: {
    vi: 'cả cha và mẹ đang chấp hành án hoặc biện pháp bắt buộc',
    en: 'both parents detained',
  },
  missingAndInCentre: {
    vi: 'một người bị tuyên bố mất tích, một người sống trong cơ sở trợ giúp xã hội',
    en: 'one parent missing, one in a centre',
  },
  missingAndDetained: {
    vi: 'một người bị tuyên bố mất tích, một người đang chấp hành án hoặc biện pháp bắt buộc',
    en: 'one parent missing, one detained',
  },
  inCentreAndDetained: {
    vi: 'một người sống trong cơ sở trợ giúp xã hội, một người đang chấp hành án hoặc biện pháp bắt buộc',
    en: 'one parent in a centre, one detained',
  },
} as const satisfies Record<string, Text>
