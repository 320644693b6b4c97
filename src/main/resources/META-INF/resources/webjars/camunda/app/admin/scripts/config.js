import { language } from '../../../../kit/language.js';

const english = language() === 'en';

export default {
  app: {
    name: english ? 'Admin' : '管理',
    vendor: english ? 'Yiban' : '医办'
  },
  locales: {
    availableLocales: ['en'],
    fallbackLocale: 'en'
  },
  customScripts: ['../../../kit/login.js'],
  disableWelcomeMessage: true
};
