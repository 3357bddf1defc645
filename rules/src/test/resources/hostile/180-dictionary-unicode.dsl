# words
[when]a customer=Customer()
[then]nothing=effects.mess\u0061ge("x");
