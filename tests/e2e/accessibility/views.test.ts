// The plugin's views can be read and reached by everybody.
import { testSurfaces } from './walk-surfaces.ts';
import { VIEWS } from './views.ts';

testSurfaces(VIEWS);
