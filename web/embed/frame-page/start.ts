// What frame.html runs.
import { startFrame } from './index.ts';

startFrame();
