import { faceConfig } from '@trofast/ui/building';
import { serviceWorker } from './service-worker.ts';

export default faceConfig('till', import.meta.dirname, [serviceWorker()]);
