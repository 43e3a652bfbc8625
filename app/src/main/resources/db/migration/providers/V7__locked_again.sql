-- When the key that locks secrets is exchanged, those that were replaced are locked again, too.
grant update (locked) on providers_former_secret to ${role};
