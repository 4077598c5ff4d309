/**
 * What people do with a message after they have it: buttons, menus, the form, the message shortcut.
 * A click is the line that its message carries with a word changed; it is answered over the address
 * that Slack sends along, after it has been acknowledged.
 */
package dev.gpuadvisor.slack.click;
