export { serveInstallation } from './serve-installation.ts';
