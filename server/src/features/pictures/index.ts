export { dropPicture, keepPicture, type Picture, picturesOf } from './keep-picture.ts';
export { servePictures } from './serve-pictures.ts';
