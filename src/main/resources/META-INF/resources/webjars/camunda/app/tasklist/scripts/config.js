import { language } from '../../../../kit/language.js';

// Chinese unless the person chose English: one language at a time, whatever the browser prefers.
const english = language() === 'en';

export default {
  app: {
    name: english ? 'Tasklist' : '待办',
    vendor: english ? 'Yiban' : '医办'
  },
  locales: {
    availableLocales: [english ? 'en' : 'zh'],
    fallbackLocale: english ? 'en' : 'zh'
  },
  customScripts: ['../../../kit/tasklist.js', '../../../kit/task-cards.js', '../../../kit/login.js'],
  disableWelcomeMessage: true,
  shortcuts: {
    claimTask: {
      key: 'ctrl+alt+c',
      description: english ? 'claims the selected task' : '认领所选任务'
    },
    focusFilter: {
      key: 'ctrl+shift+f',
      description: english ? 'goes to the first filter' : '转到第一个筛选'
    },
    focusList: {
      key: 'ctrl+alt+l',
      description: english ? 'goes to the first task in the list' : '转到列表中的第一个任务'
    },
    focusForm: {
      key: 'ctrl+alt+f',
      description: english ? 'goes to the first field of the form' : '转到表单的第一个输入项'
    },
    startProcess: {
      key: 'ctrl+alt+p',
      description: english ? 'opens the dialog to start a process' : '打开“发起流程”'
    }
  }
};
