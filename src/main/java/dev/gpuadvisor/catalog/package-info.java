/**
 * Cards, models, weight formats, runtime profiles and prices: what is known, and where from. Data
 * is read and checked once, when the image is built; nothing here computes.
 */
package dev.gpuadvisor.catalog;
