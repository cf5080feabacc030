export { type Builds, buildFaces, CannotBuild } from './build-faces.ts';
export { serveFaces } from './serve-faces.ts';
