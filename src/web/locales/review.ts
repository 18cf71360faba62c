import { messages } from './messages.ts';

export const review = messages(
  {
    'review.leftToCheck': '{n} जाँच बाकी हैं, इसके बाद मंज़ूर कर सकेंगे।',
    'review.changed': 'किसी ने अभी इसे बदला है। नया रूप देखें, आपकी टिप्पणी सुरक्षित है।',
    'review.emptyComment': 'टिप्पणी ख़ाली है। क्या बदलना है, लिखें।',
    'review.noReason': 'वापस भेजने की वजह लिखें, ताकि ज़िला सुधार सके।',
  },
  {
    'review.leftToCheck': '{n} checks left; then you can approve.',
    'review.changed': 'Someone just changed this. See the new version; your comment is kept.',
    'review.emptyComment': 'The comment is empty. Write what to change.',
    'review.noReason': 'Write why you send it back, so that the district can mend it.',
  },
);
