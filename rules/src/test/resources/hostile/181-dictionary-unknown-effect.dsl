# words
[when]a customer=Customer()
[then]nothing=effects.runCommand("x");
