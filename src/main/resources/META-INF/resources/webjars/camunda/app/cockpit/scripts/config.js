import { language } from '../../../../kit/language.js';

// Chinese unless the person chose English: one language at a time, whatever the browser prefers.
const english = language() === 'en';

export default {
  app: {
    name: english ? 'Cockpit' : '监督',
    vendor: english ? 'Yiban' : '医办'
  },
  locales: {
    availableLocales: [english ? 'en' : 'zh'],
    fallbackLocale: english ? 'en' : 'zh'
  },
  customScripts: ['../../../cockpit/plugin.js', '../../../kit/cockpit.js', '../../../kit/login.js'],
  disableWelcomeMessage: true
};
