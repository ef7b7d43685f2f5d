import { startFrame } from 'sourcelight/frame-page';

startFrame();
