import { language } from '../../../../kit/language.js';

const english = language() === 'en';

export default {
  app: {
    name: english ? 'Account' : '我的账户',
    vendor: english ? 'Yiban' : '医办'
  },
  locales: {
    availableLocales: ['en'],
    fallbackLocale: 'en'
  },
  customScripts: ['../../../kit/login.js'],
  disableWelcomeMessage: true
};
