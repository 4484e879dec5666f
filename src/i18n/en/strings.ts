/** The shape of the interface's strings: English is it, and every other language is typed to it. */
import type { en } from './index';

export type Strings = ReturnType<typeof en>;
