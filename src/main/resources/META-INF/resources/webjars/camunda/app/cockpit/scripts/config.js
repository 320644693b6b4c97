import { language } from '../../../../kit/language.js';

const english = language() === 'en';

export default {
  app: {
    name: english ? 'Cockpit' : '监督',
    vendor: english ? 'Yiban' : '医办'
  },
  locales: {
    availableLocales: ['en'],
    fallbackLocale: 'en'
  },
  customScripts: ['../../../kit/login.js'],
  disableWelcomeMessage: true
};
