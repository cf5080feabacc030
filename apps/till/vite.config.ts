import { faceConfig } from '@trofast/ui/building';

export default faceConfig('till', import.meta.dirname);
