// The plugin's dialogs, pickers and settings can be read and reached by everybody.
import { DIALOGS } from './dialogs.ts';
import { testSurfaces } from './walk-surfaces.ts';

testSurfaces(DIALOGS);
