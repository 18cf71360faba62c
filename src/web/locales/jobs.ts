import { messages } from './messages.ts';

export const jobs = messages(
  {
    'job.refused.notEnded': 'यह काम अभी रुका नहीं है, इसलिए फिर से शुरू नहीं हो सकता।',
    'job.refused.orderedAgain': 'यही काम दोबारा शुरू हो चुका है।',
  },
  {
    'job.refused.notEnded': 'This work has not stopped, so it cannot be started again.',
    'job.refused.orderedAgain': 'This work has already been started again.',
  },
);
