/** Loaded by Tasklist when it starts: gives the forms their kit and the lists their order. */
import * as kit from './kit.js';
import { language } from './language.js';

document.documentElement.lang = language() === 'en' ? 'en' : 'zh-CN';
globalThis.yiban = kit;

const style = document.createElement('link');
style.rel = 'stylesheet';
style.href = new URL('kit.css', import.meta.url).href;
document.head.append(style);

/** Tasklist keeps the order of its lists in the address, and without one there begins with the newest. */
const BY_DUE_DATE = JSON.stringify([{ sortBy: 'dueDate', sortOrder: 'asc' }]);

globalThis.angular.module('cam.tasklist').run([
  '$rootScope',
  '$location',
  ($rootScope, $location) =>
    $rootScope.$on('$routeChangeStart', (_event, next) => {
      if (next?.$$route?.originalPath === '/' && !$location.search().sorting) {
        $location.search('sorting', BY_DUE_DATE).replace();
      }
    })
]);
