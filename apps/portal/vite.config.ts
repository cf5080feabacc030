import { faceConfig } from '@trofast/ui/building';

export default faceConfig('portal', import.meta.dirname);
