import { describe, expect, it } from 'vitest';
import { latinTitle, toAscii } from '../../../src/engine/playlists/latin-title.ts';
import { romanise } from '../../../src/engine/playlists/romanise.ts';

describe('Hindi names in Latin letters', () => {
  it.each([
    ['सुनीता बाई', 'Sunita Bai'],
    ['रामकुमार पटेल', 'Ramkumar Patel'],
    ['ज्ञान त्रिपाठी', 'Gyan Tripathi'],
    ['क्षितिज श्रीवास्तव', 'Kshitij Shrivastav'],
    ['संजय सिंह चौहान', 'Sanjay Singh Chauhan'],
    ['लाड़ली बहना', 'Ladli Bahna'],
    ['कमला', 'Kamla'],
    ['कृष्णा', 'Krishna'],
    ['फ़ातिमा', 'Fatima'],
    ['अंबिका', 'Ambika'],
    ['महेश राठौर', 'Mahesh Rathaur'],
    ['आयुष्मान भारत', 'Ayushman Bharat'],
    ['शांति बाई परमार', 'Shanti Bai Parmar'],
    ['हाँ', 'Han'],
  ])('%s becomes %s', (hindi, latin) => expect(romanise(hindi)).toBe(latin));
  it('leaves Latin text and numbers alone, and turns Hindi digits', () =>
    expect(romanise('PM २०२६ No. 7')).toBe('PM 2026 No. 7'));
  it('prefers the title that people gave', () =>
    expect(latinTitle({ title: 'पीएम', titleLatin: 'PM Awas' })).toBe('PM Awas'));
  it('writes nothing but printable ASCII', () => {
    expect(toAscii('पीएम आवास · ₹1,20,000 – “मकान” é 🏠')).toBe('Piem Avas - Rs 1,20,000 - "Makan" e');
  });
});
