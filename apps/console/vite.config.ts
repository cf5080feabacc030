import { faceConfig } from '@trofast/ui/building';

export default faceConfig('console', import.meta.dirname);
