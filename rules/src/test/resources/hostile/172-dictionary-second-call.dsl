# words
[when]a customer=Customer()
[then]give {n}=effects.points({n}); System.exit(0);
