/**
 * Models as the Hugging Face Hub, or a mirror of it, publishes them: what a repository says of
 * itself, its configuration, and the headers of its weights. Nothing here happens before somebody
 * asks for a model that nobody else knows; everything that comes from outside is bounded in time,
 * in bytes and in requests. See docs/decisions/hub.md.
 */
package dev.gpuadvisor.hub;
