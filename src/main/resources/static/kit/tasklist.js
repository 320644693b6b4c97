/** Loaded by Tasklist when it starts: gives the forms their kit. */
import * as kit from './kit.js';
import { language } from './language.js';

document.documentElement.lang = language() === 'en' ? 'en' : 'zh-CN';
globalThis.yiban = kit;

const style = document.createElement('link');
style.rel = 'stylesheet';
style.href = new URL('kit.css', import.meta.url).href;
document.head.append(style);
